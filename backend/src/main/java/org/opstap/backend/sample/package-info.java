/**
 * A country of sample programmes for trying things out, on loopback only: their keys lie in the
 * data folder, and what a coordinator and the operator would do by hand this does at once. Every
 * entry says that it is a sample. Architecture: "Directory".
 */
@NullMarked
package org.opstap.backend.sample;

import org.jspecify.annotations.NullMarked;
