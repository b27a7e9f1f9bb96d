package org.opstap.benchmark.token;

/** What one processor did in a second of its own time. */
record Pace(double signs, double verifies) {}
