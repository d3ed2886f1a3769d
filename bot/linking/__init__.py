"""What analyses say together: who is one person, which documents tell one story. Pure functions."""
