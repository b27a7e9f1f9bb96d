/**
 * Workers and their devices, without names: an invitation of one use lets a device in, and the
 * programme's signed credential says whose it is. Specification: {@code protocol/spec/sessions.md},
 * SES-4 and SES-5; {@code key-packages.md}.
 */
@NullMarked
package org.opstap.backend.staff;

import org.jspecify.annotations.NullMarked;
