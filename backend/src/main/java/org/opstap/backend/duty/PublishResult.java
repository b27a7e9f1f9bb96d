package org.opstap.backend.duty;

/** What can come of publishing key packages; all of a request are taken, or none. */
sealed interface PublishResult {
  record Published(KeyPackageStore.Stock stock) implements PublishResult {}

  /** One of them is not this device's (KPK-1). */
  record Invalid() implements PublishResult {}

  record StockFull() implements PublishResult {}
}
