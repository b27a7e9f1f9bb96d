package org.opstap.backend.card;

import java.time.LocalDate;

/**
 * How often cards of a programme were used in a week.
 *
 * @param week its Monday
 */
record WeekCount(LocalDate week, int count) {}
