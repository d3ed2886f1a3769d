"""The composition root: what each verb opens, in order, and closes. The only package that knows all others."""
