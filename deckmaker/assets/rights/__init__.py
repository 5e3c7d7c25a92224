"""Whose a picture is: read from XMP, IPTC-IIM and Exif, and written as one small packet of XMP."""
