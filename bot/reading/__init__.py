"""FILE -> DOCUMENT. files: what is in the library; reader: a file becomes a Document, or one sentence says why not.

One format, one module (markdown, webpage, pdf); encoding: bytes to text; front_matter: the header of a file;
cleaning, page and phrases: which lines are not the briefing's own; metadata, dating, days: title, source and date.
"""
