package org.opstap.backend.http;

/** Who a host name is for. In production phones and teams have one each. */
public enum Audience {
  PHONE,
  TEAM
}
