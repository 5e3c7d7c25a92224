"""What a presentation must hold to beyond its schemas, a file for each concern. `inspection.py` asks all of them."""
