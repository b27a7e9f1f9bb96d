/**
 * What a browser gets at the two addresses that people open. No provider's name, no script, nothing
 * from elsewhere.
 */
@NullMarked
package org.opstap.backend.page;

import org.jspecify.annotations.NullMarked;
