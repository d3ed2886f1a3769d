"""FILE -> DOCUMENT. files: what is in the library. reader: a file, or a text, becomes a Document, or UnreadableError says why not.

One format, one module (markdown, webpage, pdf); encoding: bytes to text; front_matter: the header of a file;
cleaning and phrases: which lines are not the briefing's own; metadata and days: title, publisher, link, publication date.
"""
