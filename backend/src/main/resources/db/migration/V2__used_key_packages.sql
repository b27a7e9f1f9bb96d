-- A package that was used is remembered by its reference, so that publishing it again puts no spent key back into stock.
ALTER TABLE key_package
  MODIFY state ENUM('stock', 'claimed', 'last-resort', 'used') NOT NULL COMMENT 'enum: whether it can be handed out';
