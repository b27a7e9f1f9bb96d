/**
 * Guards that hold the whole server against two pages of the specification: what it stores, and who
 * may do what.
 */
@NullMarked
package org.opstap.backend.guard;

import org.jspecify.annotations.NullMarked;
