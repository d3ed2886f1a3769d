-- What a document is about, as a vector of signed bytes of length 127; empty unless `semantic` is on.
CREATE TABLE meanings (
    document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    vector   BLOB NOT NULL
) STRICT;

CREATE TRIGGER meanings_update AFTER UPDATE OF title, text ON documents
WHEN new.title <> old.title OR new.text <> old.text BEGIN
    DELETE FROM meanings WHERE document = new.id;
END;
