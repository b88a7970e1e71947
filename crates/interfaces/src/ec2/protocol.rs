//! Protocols of IP.

use std::borrow::Cow;

/// A protocol of IP, as rules of security groups name it.
///
/// Source: <https://www.iana.org/assignments/protocol-numbers/protocol-numbers.xhtml>.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protocol(Cow<'static, str>);

impl Protocol {
    /// A protocol by its number, for what has no constant here.
    pub fn of_number(number: u8) -> Self {
        Self(number.to_string().into())
    }

    /// The protocol as the template has it: a number, or the name of the few that EC2 knows by name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! protocols {
    ($($name:ident = $value:literal, $doc:literal;)+) => {
        impl Protocol {
            $(#[doc = $doc]
            pub const $name: Protocol = Protocol(Cow::Borrowed($value));)+
        }
    };
}

protocols! {
    ALL = "-1", "Any protocol.";
    HOPOPT = "0", "IPv6 hop-by-hop options.";
    ICMP = "icmp", "ICMP.";
    IGMP = "2", "IGMP.";
    GGP = "3", "GGP.";
    IPV4 = "4", "IPv4 in IP.";
    ST = "5", "ST.";
    TCP = "tcp", "TCP.";
    CBT = "7", "CBT.";
    EGP = "8", "EGP.";
    IGP = "9", "IGP.";
    BBN_RCC_MON = "10", "BBN-RCC-MON.";
    NVP_II = "11", "NVP-II.";
    PUP = "12", "PUP.";
    EMCON = "14", "EMCON.";
    XNET = "15", "XNET.";
    CHAOS = "16", "CHAOS.";
    UDP = "udp", "UDP.";
    MUX = "18", "MUX.";
    DCN_MEAS = "19", "DCN-MEAS.";
    HMP = "20", "HMP.";
    PRM = "21", "PRM.";
    XNS_IDP = "22", "XNS-IDP.";
    TRUNK_1 = "23", "TRUNK-1.";
    TRUNK_2 = "24", "TRUNK-2.";
    LEAF_1 = "25", "LEAF-1.";
    LEAF_2 = "26", "LEAF-2.";
    RDP = "27", "RDP, the reliable data protocol.";
    IRTP = "28", "IRTP.";
    ISO_TP4 = "29", "ISO-TP4.";
    NETBLT = "30", "NETBLT.";
    MFE_NSP = "31", "MFE-NSP.";
    MERIT_INP = "32", "MERIT-INP.";
    DCCP = "33", "DCCP.";
    THREEPC = "34", "3PC.";
    IDPR = "35", "IDPR.";
    XTP = "36", "XTP.";
    DDP = "37", "DDP.";
    IDPR_CMTP = "38", "IDPR-CMTP.";
    TPPLUSPLUS = "39", "TP++.";
    IL = "40", "IL.";
    IPV6 = "41", "IPv6 in IP.";
    SDRP = "42", "SDRP.";
    IPV6_ROUTE = "43", "IPv6 routing header.";
    IPV6_FRAG = "44", "IPv6 fragment header.";
    IDRP = "45", "IDRP.";
    RSVP = "46", "RSVP.";
    GRE = "47", "GRE.";
    DSR = "48", "DSR.";
    BNA = "49", "BNA.";
    ESP = "50", "ESP of IPsec.";
    AH = "51", "AH of IPsec.";
    I_NLSP = "52", "I-NLSP.";
    SWIPE = "53", "SWIPE.";
    NARP = "54", "NARP.";
    MOBILE = "55", "MOBILE.";
    TLSP = "56", "TLSP.";
    SKIP = "57", "SKIP.";
    ICMPV6 = "icmpv6", "ICMP of IPv6.";
    IPV6_NONXT = "59", "IPv6 without next header.";
    IPV6_OPTS = "60", "IPv6 destination options.";
    CFTP = "62", "CFTP.";
    ANY_LOCAL = "63", "Any local network.";
    SAT_EXPAK = "64", "SAT-EXPAK.";
    KRYPTOLAN = "65", "KRYPTOLAN.";
    RVD = "66", "RVD.";
    IPPC = "67", "IPPC.";
    ANY_DFS = "68", "Any distributed file system.";
    SAT_MON = "69", "SAT-MON.";
    VISA = "70", "VISA.";
    IPCV = "71", "IPCV.";
    CPNX = "72", "CPNX.";
    CPHB = "73", "CPHB.";
    WSN = "74", "WSN.";
    PVP = "75", "PVP.";
    BR_SAT_MON = "76", "BR-SAT-MON.";
    SUN_ND = "77", "SUN-ND.";
    WB_MON = "78", "WB-MON.";
    WB_EXPAK = "79", "WB-EXPAK.";
    ISO_IP = "80", "ISO-IP.";
    VMTP = "81", "VMTP.";
    SECURE_VMTP = "82", "SECURE-VMTP.";
    VINES = "83", "VINES.";
    TTP = "84", "TTP.";
    IPTM = "84", "IPTM.";
    NSFNET_IGP = "85", "NSFNET-IGP.";
    DGP = "86", "DGP.";
    TCF = "87", "TCF.";
    EIGRP = "88", "EIGRP.";
    OSPFIGP = "89", "OSPF.";
    SPRITE_RPC = "90", "SPRITE-RPC.";
    LARP = "91", "LARP.";
    MTP = "92", "MTP.";
    AX_25 = "93", "AX.25.";
    IPIP = "94", "IPIP.";
    MICP = "95", "MICP.";
    SCC_SP = "96", "SCC-SP.";
    ETHERIP = "97", "ETHERIP.";
    ENCAP = "98", "ENCAP.";
    ANY_ENC = "99", "Any private encryption scheme.";
    GMTP = "100", "GMTP.";
    IFMP = "101", "IFMP.";
    PNNI = "102", "PNNI.";
    PIM = "103", "PIM.";
    ARIS = "104", "ARIS.";
    SCPS = "105", "SCPS.";
    QNX = "106", "QNX.";
    A_N = "107", "A/N.";
    IPCOMP = "108", "IPComp.";
    SNP = "109", "SNP.";
    COMPAQ_PEER = "110", "Compaq-Peer.";
    IPX_IN_IP = "111", "IPX-in-IP.";
    VRRP = "112", "VRRP.";
    PGM = "113", "PGM.";
    ANY_0_HOP = "114", "Any 0-hop protocol.";
    L2_T_P = "115", "L2TP.";
    DDX = "116", "DDX.";
    IATP = "117", "IATP.";
    STP = "118", "STP.";
    SRP = "119", "SRP.";
    UTI = "120", "UTI.";
    SMP = "121", "SMP.";
    SM = "122", "SM.";
    PTP = "123", "PTP.";
    ISIS_IPV4 = "124", "IS-IS over IPv4.";
    FIRE = "125", "FIRE.";
    CRTP = "126", "CRTP.";
    CRUDP = "127", "CRUDP.";
    SSCOPMCE = "128", "SSCOPMCE.";
    IPLT = "129", "IPLT.";
    SPS = "130", "SPS.";
    PIPE = "131", "PIPE.";
    SCTP = "132", "SCTP.";
    FC = "133", "Fibre Channel.";
    RSVP_E2E_IGNORE = "134", "RSVP-E2E-IGNORE.";
    MOBILITY_HEADER = "135", "Mobility header.";
    UDPLITE = "136", "UDP-Lite.";
    MPLS_IN_IP = "137", "MPLS-in-IP.";
    MANET = "138", "MANET.";
    HIP = "139", "HIP.";
    SHIM6 = "140", "SHIM6.";
    WESP = "141", "WESP.";
    ROHC = "142", "ROHC.";
    ETHERNET = "143", "Ethernet.";
    EXPERIMENT_1 = "253", "For experiments.";
    EXPERIMENT_2 = "254", "For experiments.";
    RESERVED = "255", "Reserved.";
}
