"""Is everything in place on this computer?"""
