package org.opstap.backend.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.opstap.backend.database.TestFolder;

/** A file as Google gives it out for a service account, with a key of the test's own. */
final class TestServiceAccount {
  private TestServiceAccount() {}

  /** Written for whoever plays Google's OAuth. */
  static Path write(TestPushService google) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      String key =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder()
                  .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
              + "\n-----END PRIVATE KEY-----\n";
      Path file = TestFolder.DATA.resolveSibling("service-account.json");
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          new ObjectMapper()
              .writeValueAsString(
                  Map.of(
                      "type", "service_account",
                      "project_id", "opstap-test",
                      "private_key_id", "1",
                      "private_key", key,
                      "client_id", "1",
                      "client_email", "push@opstap-test.example",
                      "token_uri", google.endpoint("/token"))));
      return file;
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
