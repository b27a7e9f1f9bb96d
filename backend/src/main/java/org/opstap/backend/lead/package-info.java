/**
 * Leads from one programme to another: how far each has come, and which step may follow which. The
 * steps that change a conversation are taken there, under its lock; here nothing but identifiers,
 * states and days is kept. Specification: {@code protocol/spec/lead.md}.
 */
@NullMarked
package org.opstap.backend.lead;

import org.jspecify.annotations.NullMarked;
