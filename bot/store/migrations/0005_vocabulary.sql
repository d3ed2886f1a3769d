-- The words of the full text, as stems, for "did you mean": views of the index itself, which store nothing.
CREATE VIRTUAL TABLE documents_terms USING fts5vocab ('documents_text', 'row');
CREATE VIRTUAL TABLE documents_places USING fts5vocab ('documents_text', 'instance');
