package org.opstap.protocol.admission;

import java.util.List;
import java.util.regex.Pattern;
import org.opstap.protocol.wire.Bytes;
import org.opstap.protocol.wire.SecretBytes;

/**
 * What whoever has a contact card shows for it: 32 bytes that its eight words give, and nothing
 * gives the words back (ADM-29). A server keeps their digest alone.
 *
 * @param value 32 bytes
 */
public record CardSecret(SecretBytes value) {
  /** Bytes of a secret. */
  public static final int LENGTH = 32;

  /** Words of a card: 88 bits, of a list of 2,048. */
  public static final int WORDS = 8;

  private static final Bytes CONTEXT = Bytes.utf8("opstap card v1\0");
  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /**
   * @throws IllegalArgumentException if it has another length
   */
  public CardSecret {
    if (value.length() != LENGTH) {
      throw new IllegalArgumentException("not the secret of a card");
    }
  }

  /**
   * The secret of a card with these words.
   *
   * @param words eight, in lower case
   * @throws IllegalArgumentException if they are fewer or more, or of other characters; the text
   *     repeats none of them
   */
  public static CardSecret ofWords(List<String> words) {
    if (words.size() != WORDS || !words.stream().allMatch(word -> WORD.matcher(word).matches())) {
      throw new IllegalArgumentException("not the words of a card");
    }
    Bytes text = Bytes.utf8(String.join(" ", words));
    return new CardSecret(SecretBytes.copyOf(Bytes.concat(CONTEXT, text).sha256().toByteArray()));
  }

  /** SHA-256 of the secret: what a server knows of the card. */
  public Bytes digest() {
    return bytes().sha256();
  }

  Bytes bytes() {
    return Bytes.copyOf(value.exposeSecret());
  }
}
