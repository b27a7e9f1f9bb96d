package org.opstap.backend.client;

import java.util.List;
import java.util.regex.Pattern;

/** What a browser finds in a page. */
public final class TestPages {
  private static final Pattern ASSET = Pattern.compile("\"/assets/([^\"]+)\"");

  private TestPages() {}

  /** The names of the files that a page asks for at once. */
  public static List<String> assetsOf(TestHttp http, String page) {
    List<String> names =
        ASSET
            .matcher(http.get(page).body())
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new AssertionError("the pages are not built: npm run build in backend/web");
    }
    return names;
  }
}
