/** What many idle event streams cost, and how soon all of them are woken. */
@NullMarked
package org.opstap.benchmark.streams;

import org.jspecify.annotations.NullMarked;
