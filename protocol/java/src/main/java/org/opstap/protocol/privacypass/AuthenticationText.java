package org.opstap.protocol.privacypass;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads one challenge or one set of credentials of the scheme PrivateToken (RFC 9110 sections 11.3
 * and 11.4), from left to right. What isn't where it has to be is a {@link
 * MalformedTokenException}; so is a second challenge.
 */
final class AuthenticationText {
  static final String SCHEME = "PrivateToken";

  private static final String MARKS_OF_TOKENS = "!#$%&'*+-.^_`|~";
  private static final int MAXIMUM_PARAMETERS = 16;

  private final String text;
  private int at;

  private AuthenticationText(String text) {
    this.text = text;
  }

  /** The parameters, each once, by their name in lower case. */
  static Map<String, String> parameters(String field, int maximumLength) {
    if (field.length() > maximumLength) {
      throw new MalformedTokenException();
    }
    AuthenticationText reader = new AuthenticationText(field);
    if (!reader.token().equalsIgnoreCase(SCHEME)) {
      throw new MalformedTokenException();
    }
    reader.expect(' ');
    return reader.parameters();
  }

  private Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    do {
      skipBlanks();
      String name = token().toLowerCase(Locale.ROOT);
      skipBlanks();
      expect('=');
      skipBlanks();
      String value = accept('"') ? restOfQuotedText() : token();
      skipBlanks();
      if (parameters.size() == MAXIMUM_PARAMETERS || parameters.put(name, value) != null) {
        throw new MalformedTokenException();
      }
    } while (accept(','));
    if (at < text.length()) {
      throw new MalformedTokenException();
    }
    return parameters;
  }

  private String token() {
    int start = at;
    while (at < text.length() && isOfToken(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw new MalformedTokenException();
    }
    return text.substring(start, at);
  }

  private String restOfQuotedText() {
    StringBuilder value = new StringBuilder();
    while (!accept('"')) {
      accept('\\');
      if (at == text.length() || !isOfQuotedText(text.charAt(at))) {
        throw new MalformedTokenException();
      }
      value.append(text.charAt(at));
      at++;
    }
    return value.toString();
  }

  private void skipBlanks() {
    while (accept(' ') || accept('\t')) {
      // accept goes on by itself
    }
  }

  private void expect(char mark) {
    if (!accept(mark)) {
      throw new MalformedTokenException();
    }
  }

  private boolean accept(char mark) {
    boolean isThere = at < text.length() && text.charAt(at) == mark;
    if (isThere) {
      at++;
    }
    return isThere;
  }

  private static boolean isOfToken(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || MARKS_OF_TOKENS.indexOf(c) >= 0;
  }

  private static boolean isOfQuotedText(char c) {
    return c == '\t' || (c >= ' ' && c != 0x7f);
  }
}
