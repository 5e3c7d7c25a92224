"""One file a format: its headers read, its wholeness checked, its bytes cleaned. Pixels are Pillow's business."""
