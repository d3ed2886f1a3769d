"""The terminal face: the same answers on stdout, for people and as JSON. No token, no Discord."""
