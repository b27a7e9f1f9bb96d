package org.opstap.backend.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.PageList.PageFileEntry;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;

/** What the build put beside this code: which files the pages are made of, and for whose list. */
@Singleton
public final class PageContents {
  /** Of the build, with the path of each file and whether the phone needs it offline. */
  private static final String LISTED = "file-list.json";

  private static final String KEY = "release-key";

  private final Function<String, @Nullable Bytes> built;

  /** What is in this jar. */
  @Inject
  public PageContents() {
    this(PageContents::bundled);
  }

  /**
   * @param built gives what the build wrote under a name, null where it wrote nothing
   */
  public PageContents(Function<String, @Nullable Bytes> built) {
    this.built = built;
  }

  /** Every file with its digest, by path. */
  public List<PageFileEntry> files() {
    List<PageFileEntry> files = new ArrayList<>();
    for (JsonNode each : listed()) {
      Bytes content = built.apply(each.get("file").textValue());
      if (content == null) {
        throw new IllegalStateException("the pages were built in part: build them anew");
      }
      files.add(
          new PageFileEntry(
              each.get("path").textValue(), content.sha256(), each.get("offline").booleanValue()));
    }
    return files;
  }

  /** The key that the worker of these pages asks for; empty where it takes sample lists alone. */
  public Optional<Ed25519PublicKey> releaseKey() {
    Bytes key = built.apply(KEY);
    if (key == null || key.length() == 0) {
      return Optional.empty();
    }
    try {
      String text = new String(key.toByteArray(), StandardCharsets.UTF_8);
      return Optional.of(new Ed25519PublicKey(Bytes.fromBase64Url(text)));
    } catch (IllegalArgumentException e) {
      throw new WrongPageListException(
          "the pages were built with something that is no release key: build them with"
              + " VITE_RELEASE_KEY, the 43 characters that key show prints");
    }
  }

  /** Where these pages differ from a list, the first path; empty where they are those. */
  Optional<String> firstDifference(PageList list) {
    List<PageFileEntry> here = files();
    for (PageFileEntry file : here) {
      if (!list.file(file.path()).map(PageFileEntry::digest).equals(Optional.of(file.digest()))) {
        return Optional.of(file.path());
      }
    }
    return list.files().stream()
        .map(PageFileEntry::path)
        .filter(path -> here.stream().noneMatch(file -> file.path().equals(path)))
        .findFirst();
  }

  private JsonNode listed() {
    Bytes list = built.apply(LISTED);
    if (list == null) {
      throw new IllegalStateException("the pages are not built: npm run build in backend/web");
    }
    try {
      return new ObjectMapper().readTree(list.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Bytes bundled(String name) {
    try (InputStream resource = PageContents.class.getResourceAsStream("/web/" + name)) {
      return resource == null ? null : Bytes.copyOf(resource.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
