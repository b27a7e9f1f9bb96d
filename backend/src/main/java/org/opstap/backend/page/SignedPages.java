package org.opstap.backend.page;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opstap.backend.directory.SampleOperator;
import org.opstap.protocol.directory.PageList;
import org.opstap.protocol.directory.Unverified;
import org.opstap.protocol.directory.Verified;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.Ed25519PublicKey;
import org.opstap.protocol.wire.MalformedDocumentException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signed list of the pages that this server serves (REL-3, REL-4): the one that the operator
 * brought, or with samples one that the sample operator signs here. What is served is a list of the
 * very pages in this jar.
 */
@Singleton
public class SignedPages {
  private static final Logger LOG = LoggerFactory.getLogger(SignedPages.class);

  /** Numbers of sample lists count seconds from here, so that a later start has a higher one. */
  private static final Instant SAMPLES_BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final int LONGEST = 128 * 1024;

  private final @Nullable Path file;
  private final Optional<SampleOperator> operator;
  private final Clock clock;
  private final PageContents contents;
  private boolean hasLooked;
  private @Nullable Bytes list;

  SignedPages(
      @Nullable @Property(name = "opstap.page-list") String file,
      Optional<SampleOperator> operator,
      Clock clock,
      PageContents contents) {
    this.contents = contents;
    this.file = file == null ? null : Path.of(file);
    this.operator = operator;
    this.clock = clock;
  }

  /**
   * Reads the list of a server without samples, and says in the log where there is none.
   *
   * @throws WrongPageListException if there is one that phones would not take
   */
  public void begin() {
    if (envelope().isEmpty()) {
      LOG.warn(
          "the pages are not signed: phones can't tell whether they are those that were published;"
              + " sign them with release sign, and start with --release");
    }
  }

  /** The signed list as it is served; empty where there is none. */
  synchronized Optional<Bytes> envelope() {
    if (!hasLooked) {
      list = file == null ? operator.map(this::sampleList).orElse(null) : read(file);
      hasLooked = true;
    }
    return Optional.ofNullable(list);
  }

  private Bytes sampleList(SampleOperator operator) {
    Instant now = clock.instant();
    int number =
        Math.clamp(now.getEpochSecond() - SAMPLES_BEGIN.getEpochSecond(), 1, Integer.MAX_VALUE);
    return operator
        .sign(
            new PageList(number, LocalDate.ofInstant(now, ZoneOffset.UTC), true, contents.files()))
        .envelope();
  }

  private Bytes read(Path file) {
    Ed25519PublicKey key =
        contents
            .releaseKey()
            .orElseThrow(
                () ->
                    new WrongPageListException(
                        "the pages were built without a release key, so no phone takes --release:"
                            + " build them with VITE_RELEASE_KEY, and sign them anew"));
    Verified<PageList> list =
        parse(file)
            .verify(key)
            .orElseThrow(
                () ->
                    new WrongPageListException(
                        "--release: %s was not signed by %s, the release key of these pages"
                            .formatted(file, key)));
    if (list.content().sample()) {
      throw new WrongPageListException("--release: %s is a sample".formatted(file));
    }
    contents
        .firstDifference(list.content())
        .ifPresent(
            path -> {
              throw new WrongPageListException(
                  "--release: %s is of other pages than these, %s differs: sign these with release sign"
                      .formatted(file, path));
            });
    return list.envelope();
  }

  private static Unverified<PageList> parse(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new WrongPageListException("--release: %s is too long for a list".formatted(file));
      }
      return PageList.FORMAT.parse(Bytes.copyOf(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new WrongPageListException(
          "--release: %s can't be read: is the name right?".formatted(file));
    } catch (MalformedDocumentException e) {
      throw new WrongPageListException(
          "--release: %s is no list of pages: make it with release sign".formatted(file));
    }
  }
}
