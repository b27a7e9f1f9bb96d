package org.opstap.protocol.vocabulary;

import java.util.Optional;

/** A member of a closed vocabulary. */
public interface Code {
  /** The text that stands for it on the wire. */
  String code();

  /** The member with exactly this code (VOC-2). */
  static <E extends Enum<E> & Code> Optional<E> find(Class<E> vocabulary, String code) {
    for (E member : vocabulary.getEnumConstants()) {
      if (member.code().equals(code)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }
}
