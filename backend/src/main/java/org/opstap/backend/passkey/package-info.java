/**
 * A worker's passkey (WebAuthn): a device joins with one, and its sessions need that its person was
 * seen within twelve hours. Kept of it is a digest of its id, its public key and its counter.
 * Specification: {@code protocol/spec/staff.md}, STF-1 to STF-8.
 */
@NullMarked
package org.opstap.backend.passkey;

import org.jspecify.annotations.NullMarked;
