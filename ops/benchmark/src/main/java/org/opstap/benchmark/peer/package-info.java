/**
 * The XMPP server of Debian with its message archive in the benchmark's MariaDB, and clients that
 * send to each other as fast as what they send is acknowledged (XEP-0198), which is after it was
 * archived (XEP-0313).
 */
@NullMarked
package org.opstap.benchmark.peer;

import org.jspecify.annotations.NullMarked;
