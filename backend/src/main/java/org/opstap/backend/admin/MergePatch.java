package org.opstap.backend.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** JSON Merge Patch (RFC 7396, section 2). */
final class MergePatch {
  private MergePatch() {}

  /** A changed copy of the target; null stands for a target that is not there. */
  static JsonNode apply(@Nullable JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch.deepCopy();
    }
    ObjectNode changed =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    patch
        .properties()
        .forEach(
            member -> {
              if (member.getValue().isNull()) {
                changed.remove(member.getKey());
              } else {
                changed.set(
                    member.getKey(), apply(changed.get(member.getKey()), member.getValue()));
              }
            });
    return changed;
  }
}
