package org.opstap.backend.card;

import java.time.LocalDate;

/**
 * How often a card was used in a week.
 *
 * @param week its Monday
 */
record WeekCount(LocalDate week, int count) {}
