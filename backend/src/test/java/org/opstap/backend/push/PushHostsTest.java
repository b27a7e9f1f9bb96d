package org.opstap.backend.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opstap.backend.push.PushHosts.Place;

/** PUS-11. */
class PushHostsTest {
  private final PushHosts hosts = new PushHosts(List.of(PushHosts.KNOWN.split(",", -1)), null);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/a:b",
        "https://FCM.googleapis.com:443/wp/a",
        "https://updates.push.services.mozilla.com/wpush/v2/a",
        "https://db5p.notify.windows.com/w/?token=a%2b",
        "https://wns2-par02p.notify.windows.com/w/?token=a",
        "https://web.push.apple.com/Q",
      })
  void takesEndpointsOfListedHosts(String endpoint) {
    assertTrue(hosts.place(endpoint).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://fcm.googleapis.com/fcm/send/a",
        "https://fcm.googleapis.com:8443/fcm/send/a",
        "https://fcm.googleapis.com@push.example/a",
        "https://me@fcm.googleapis.com/a",
        "https://fcm.googleapis.com/a#b",
        "https://fcm.googleapis.com.push.example/a",
        "https://evil-fcm.googleapis.com/a",
        "https://fcm.googleapis.com./a",
        "https://notify.windows.com/w",
        "https://.notify.windows.com/w",
        "https://evilnotify.windows.com/w",
        "https://127.0.0.1/a",
        "https://[::1]/a",
        "https://localhost/a",
        "https://",
        "https:///a",
        "https://fcm.googleapis.com/{a}",
      })
  void takesNothingElse(String endpoint) {
    assertEquals(Optional.empty(), hosts.place(endpoint));
  }

  @Test
  void keepsPathAndQueryAsTheyAre() {
    assertEquals(
        Optional.of(new Place("a.notify.windows.com", 443, "/w/?token=a%2b%2F", false)),
        hosts.place("https://a.notify.windows.com/w/?token=a%2b%2F"));
    assertEquals("/", hosts.place("https://web.push.apple.com").orElseThrow().target());
    assertFalse(
        hosts.place("https://web.push.apple.com/Q").orElseThrow().toString().contains("apple"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.0.1",
        "198.19.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2001:db8::1",
        "2002:a00:1::",
        "fc00::1",
        "fe80::1",
        "ff02::1",
      })
  void knowsWhatIsNotPublic(String address) throws UnknownHostException {
    assertFalse(PublicAddress.is(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"142.250.1.95", "172.32.0.1", "100.128.0.1", "2a00:1450:4013::5f"})
  void knowsWhatIsPublic(String address) throws UnknownHostException {
    assertTrue(PublicAddress.is(InetAddress.getByName(address)));
  }
}
