/**
 * Makes {@code protocol/spec/openapi.json}, and holds the running server against it. The document
 * is derived: routes and records from what micronaut-openapi finds, statuses and problems from what
 * the controllers' code reaches, and the words from {@code frame.yaml}. So controllers need not
 * repeat in annotations what they do.
 */
@NullMarked
package org.opstap.backend.openapi;

import org.jspecify.annotations.NullMarked;
