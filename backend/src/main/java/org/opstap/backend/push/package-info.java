/**
 * Wakes devices whose pages are closed. A capsule that came with an accepted append is opened in
 * memory, wakes its device with a notice that is the same whatever happened, and is forgotten: no
 * subscription, token or endpoint is stored, logged or counted by name, and while a notice waits
 * only the sealed capsule is kept. Specification: {@code protocol/spec/push.md}.
 */
@NullMarked
package org.opstap.backend.push;

import org.jspecify.annotations.NullMarked;
