-- A renewal that was passed and waits to be made is revoked with the certificate that it renews: what is revoked is an order, made or not.
ALTER TABLE certificate_revocation
  DROP FOREIGN KEY revocation_of_certificate,
  ADD CONSTRAINT revocation_of_order FOREIGN KEY (number) REFERENCES certificate_order (number);

-- Certifiers look at the ends of a few months among the certificates of many years, the first end first.
ALTER TABLE certificate
  ADD KEY certificate_ends (expires_at, track, number);
