"""Colours, sizes, fonts, times and icons by role; everything the window draws comes from here."""
