-- The article of test_store_samples.py as the first version kept it.
BEGIN;
INSERT INTO articles (id, given, origin, title, date, publisher, author, url, text, sha256, added_at, engine) VALUES
    (1, 'dam.txt', 'dam.txt', 'Dam will hold', '2024-03-05', NULL, NULL, NULL, 'Mayor Ada Rook said the dam would hold. "We tried everything," Rook told Wei Lan, "and it works." Officials denied that the old weapons depot had flooded. The Harbour Times reported new floods.', '97ea61880cb4ea5f6ec26866608f5ae6c2bb215911515f3186434fe55306b5fd', '2026-11-24T23:55:50+00:00', '0.1.0');
INSERT INTO statements (id, article_id, position, kind, act, polarity, text, spans, cue, source, within, date, date_basis, confidence) VALUES
    (1, 1, 0, 'indirect', 'speech', 'affirmed', 'the dam would hold', '[[20, 38]]', '{"text": "said", "spans": [[15, 19]]}', '{"text": "Mayor Ada Rook", "spans": [[0, 14]]}', NULL, '2024-03-05', 'article', 0.9),
    (2, 1, 1, 'direct', 'speech', 'affirmed', '"We tried everything," "and it works."', '[[40, 62], [82, 97]]', NULL, NULL, NULL, '2024-03-05', 'article', 1.0),
    (3, 1, 2, 'indirect', 'belief', 'denied', 'the old weapons depot had flooded', '[[120, 153]]', NULL, NULL, 4, NULL, NULL, 0.25),
    (4, 1, 3, 'indirect', 'evidence', 'affirmed', 'new floods', '[[182, 192]]', NULL, NULL, NULL, '2024-03-05', 'article', 1.0);
INSERT INTO speakers (id, name, type, key, article_id) VALUES
    (1, 'Ada Rook', 'person', 'ada rook', NULL),
    (2, 'Wei Lan', 'person', 'wei lan', NULL),
    (3, 'Officials', 'group', 'officials', 1),
    (4, 'The Harbour Times', 'organization', 'harbour times', NULL);
INSERT INTO aliases (speaker_id, name, key) VALUES
    (1, 'Ada Rook', 'ada rook'),
    (2, 'Wei Lan', 'wei lan'),
    (3, 'Officials', 'officials'),
    (4, 'The Harbour Times', 'harbour times');
INSERT INTO voices (statement_id, part, ord, speaker_id, name, role) VALUES
    (1, 'speaker', 0, 1, 'Ada Rook', 'Mayor'),
    (2, 'speaker', 0, 1, 'Ada Rook', 'Mayor'),
    (2, 'addressee', 0, 2, 'Wei Lan', NULL),
    (3, 'speaker', 0, 3, 'Officials', NULL),
    (3, 'via', 0, 4, 'The Harbour Times', NULL),
    (4, 'speaker', 0, 4, 'The Harbour Times', NULL);
COMMIT;
