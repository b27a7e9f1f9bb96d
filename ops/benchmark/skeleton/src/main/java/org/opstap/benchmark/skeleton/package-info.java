/** An application on the server's frameworks that does next to nothing. */
@NullMarked
package org.opstap.benchmark.skeleton;

import org.jspecify.annotations.NullMarked;
