/**
 * Push capsules: where a device can be woken, sealed to the server's push key and bound to one
 * conversation, so that members can hand it on without being able to read it, and the server opens
 * it only beside an append to that conversation. A capsule has one length, whatever is in it, and
 * the text of no class here shows where it leads. Specification: {@code protocol/spec/push.md}.
 */
@NullMarked
package org.opstap.protocol.push;

import org.jspecify.annotations.NullMarked;
