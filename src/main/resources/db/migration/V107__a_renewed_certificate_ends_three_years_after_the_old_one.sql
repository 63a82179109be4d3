-- The end of a certificate is fixed when it is ordered, and is the same in every edition. first_edition: the number of the first one
-- of the same exam, null for that one itself; by it a certificate stays the same when it is issued again. renews: the certificate
-- that this one renews, by the number of its first edition; null after the whole way. first_passed_at: when the holder passed the
-- exam on the whole way, of a renewed one. renewed_by, of a first edition: the sitting that ordered its renewal last; whoever orders
-- another one locks this row and reads it there.
ALTER TABLE certificate_order
  ADD COLUMN expires_at      DATETIME(3) NULL AFTER passed_at,
  ADD COLUMN first_edition   INT         NULL AFTER edition,
  ADD COLUMN renews          INT         NULL AFTER first_edition,
  ADD COLUMN renewed_by      UUID        NULL AFTER renews,
  ADD COLUMN first_passed_at DATETIME(3) NULL AFTER passed_at;

UPDATE certificate_order o
  JOIN certificate c ON c.number = o.number
   SET o.expires_at = c.expires_at;

-- What waits to be issued again ends with its earlier edition.
UPDATE certificate_order o
  JOIN certificate_order f ON f.sitting_id = o.sitting_id AND f.edition = 1
   SET o.expires_at    = COALESCE(o.expires_at, f.expires_at),
       o.first_edition = f.number
 WHERE o.edition > 1;

-- What waits for its first issue: the end of the day, three years after the exam, in Baghdad, which has no summer time. An installation
-- with another zone is hours off with those few.
UPDATE certificate_order
   SET expires_at = TIMESTAMP(DATE(passed_at + INTERVAL 3 HOUR) + INTERVAL 3 YEAR + INTERVAL 1 DAY) - INTERVAL 3 HOUR - INTERVAL 1 SECOND
 WHERE expires_at IS NULL;

ALTER TABLE certificate_order
  MODIFY COLUMN expires_at DATETIME(3) NOT NULL,
  ADD KEY certificate_order_held (candidate_id, track, expires_at),
  ADD KEY certificate_order_renews (renews);

-- What an exam may know of certificates: for each candidate and track the one that ends last, if it is not revoked. One that was
-- passed and is still being made counts, so that nobody sits twice for it.
CREATE SQL SECURITY INVOKER VIEW exam_certificate AS
SELECT o.candidate_id, o.track, o.number, COALESCE(o.first_edition, o.number) AS cycle, o.expires_at
  FROM certificate_order o
 WHERE NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.number = o.number)
   AND NOT EXISTS (SELECT 1
                     FROM certificate_order l
                    WHERE l.candidate_id = o.candidate_id AND l.track = o.track
                      AND (l.expires_at > o.expires_at OR l.expires_at = o.expires_at AND l.number > o.number)
                      AND NOT EXISTS (SELECT 1 FROM certificate_revocation r WHERE r.number = l.number));
