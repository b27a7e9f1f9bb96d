/**
 * What a worker's device keeps here in sealed parts, for its person to come back to with her
 * passkey in an empty browser. Specification: {@code protocol/spec/staff.md}, STF-9 to STF-15.
 */
@NullMarked
package org.opstap.backend.devicevault;

import org.jspecify.annotations.NullMarked;
