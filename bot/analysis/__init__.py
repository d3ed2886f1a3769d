"""A document becomes an analysis. The only package that imports spacy."""
