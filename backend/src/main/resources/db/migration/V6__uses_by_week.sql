-- How often cards were used is counted apart from the cards: a count that fell with a card that is forgotten would tell how often that
-- one was used (protocol/spec/admission.md, ADM-35).

-- Uses of all cards of a programme together. Read by its devices, once the week is over. Dies after a year.
CREATE TABLE card_week (
  programme_id BINARY(16) NOT NULL COMMENT 'brand:prg: whose cards they were',
  week DATE NOT NULL COMMENT 'coarse-time: the Monday of the week',
  uses INT UNSIGNED NOT NULL COMMENT 'counter: of all its cards together',
  PRIMARY KEY (programme_id, week),
  KEY card_week_by_week (week)
) ENGINE = InnoDB COMMENT = 'Uses of contact cards by week';

INSERT INTO card_week (programme_id, week, uses)
SELECT c.programme_id, u.week, COUNT(*) FROM card_use u JOIN card c ON c.card_id = u.card_id GROUP BY c.programme_id, u.week;

ALTER TABLE card_use DROP COLUMN week;
