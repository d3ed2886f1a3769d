-- A timeline of everything begins with the stories that most documents tell.
CREATE INDEX documents_by_story ON documents (story, scope);
