/** Signing and verifying tokens on one thread, against OpenSSL on the same processor. */
@NullMarked
package org.opstap.benchmark.token;

import org.jspecify.annotations.NullMarked;
