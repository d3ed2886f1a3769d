"""The Discord face. The only package that imports discord."""
