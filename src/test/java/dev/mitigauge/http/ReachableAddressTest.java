package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachableAddressTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            1.1.1.1,                                  PUBLIC
            93.184.216.34,                            PUBLIC
            9.255.255.255,                            PUBLIC
            11.0.0.0,                                 PUBLIC
            100.63.255.255,                           PUBLIC
            100.128.0.0,                              PUBLIC
            126.255.255.255,                          PUBLIC
            128.0.0.0,                                PUBLIC
            169.253.255.255,                          PUBLIC
            169.255.0.0,                              PUBLIC
            172.15.255.255,                           PUBLIC
            172.32.0.0,                               PUBLIC
            192.167.255.255,                          PUBLIC
            192.169.0.0,                              PUBLIC
            223.255.255.255,                          PUBLIC
            2606:4700:4700::1111,                     PUBLIC
            2a00:1450:4001:81b::200e,                 PUBLIC
            64:ff9b::1.1.1.1,                         PUBLIC
            2002:0101:0101::1,                        PUBLIC
            10.0.0.0,                                 PRIVATE
            10.255.255.255,                           PRIVATE
            100.64.0.0,                               PRIVATE
            100.127.255.255,                          PRIVATE
            127.0.0.1,                                PRIVATE
            127.255.255.254,                          PRIVATE
            172.16.0.1,                               PRIVATE
            172.31.255.255,                           PRIVATE
            192.168.1.1,                              PRIVATE
            198.18.0.1,                               PRIVATE
            198.19.255.255,                           PRIVATE
            ::1,                                      PRIVATE
            fc00::1,                                  PRIVATE
            fdff:ffff::1,                             PRIVATE
            fec0::1,                                  PRIVATE
            ::ffff:127.0.0.1,                         PRIVATE
            ::ffff:10.1.2.3,                          PRIVATE
            ::127.0.0.1,                              PRIVATE
            64:ff9b::10.0.0.1,                        PRIVATE
            2002:7f00:0001::,                         PRIVATE
            2002:c0a8:0101::,                         PRIVATE
            169.254.169.254,                          FORBIDDEN
            169.254.0.1,                              FORBIDDEN
            100.100.100.200,                          FORBIDDEN
            168.63.129.16,                            FORBIDDEN
            fd00:ec2::254,                            FORBIDDEN
            0.0.0.0,                                  FORBIDDEN
            0.1.2.3,                                  FORBIDDEN
            192.0.0.1,                                FORBIDDEN
            192.0.2.1,                                FORBIDDEN
            224.0.0.1,                                FORBIDDEN
            239.255.255.255,                          FORBIDDEN
            240.0.0.1,                                FORBIDDEN
            255.255.255.255,                          FORBIDDEN
            ::,                                       FORBIDDEN
            fe80::1,                                  FORBIDDEN
            febf::1,                                  FORBIDDEN
            ff02::1,                                  FORBIDDEN
            2001:db8::1,                              FORBIDDEN
            2001::1,                                  FORBIDDEN
            ::ffff:169.254.169.254,                   FORBIDDEN
            ::ffff:0:169.254.169.254,                 FORBIDDEN
            ::169.254.169.254,                        FORBIDDEN
            64:ff9b::169.254.169.254,                 FORBIDDEN
            64:ff9b:1::169.254.169.254,               FORBIDDEN
            2002:a9fe:a9fe::1,                        FORBIDDEN
            """)
    void shouldKnowOfWhichKindAnAddressIs(String address, ReachableAddress kind) throws Exception {
        assertThat(ReachableAddress.of(InetAddress.getByName(address))).isEqualTo(kind);
    }

    /** Where somebody gives the bytes and not the text, Java leaves such an address as it is. */
    @Test
    void shouldSeeThroughAnAddressOfIpv4InOneOfIpv6() throws Exception {
        byte[] bytes = {
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 169, (byte) 254, (byte) 169, (byte) 254
        };

        InetAddress address = Inet6Address.getByAddress(null, bytes, -1);

        assertThat(address).isInstanceOf(Inet6Address.class);
        assertThat(ReachableAddress.of(address)).isEqualTo(ReachableAddress.FORBIDDEN);
    }
}
