package org.opstap.benchmark.append;

/**
 * One way to append, measured.
 *
 * @param perSecond acknowledged appends a second
 * @param medianMillis from request to answer
 * @param generator how many processors the load generator kept busy
 * @param server the same of the server, not a number where there is none
 * @param database the same of MariaDB
 */
record Rate(
    double perSecond,
    double medianMillis,
    double p99Millis,
    double generator,
    double server,
    double database,
    long refused) {}
