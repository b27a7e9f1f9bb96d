/**
 * Who can be reached: key packages that devices publish ahead, and claims on them. The same claim
 * gets the same answer, so that one conversation can't empty a team. The weekly roster says whose
 * turn it is. Specification: {@code protocol/spec/key-packages.md} and {@code duty.md}.
 */
@NullMarked
package org.opstap.backend.duty;

import org.jspecify.annotations.NullMarked;
