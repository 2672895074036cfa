"""Proceedings that were written after the rules: other places, tricky names, Traditional and
English.
"""

from __future__ import annotations

from tests.transcript.proceedings import Said, Talk, Who


def _who(name: str, title: str, role: str = "spokesperson", honorific: str = "先生") -> Who:
    return Who(name, title, "", role, honorific)


def _asks(outlet: str) -> Who:
    return Who(outlet=outlet, role="journalist")


_HOST = _who("令狐成", "海川市委宣传部副部长、市政府新闻办公室主任", "host")
_TRADE = _who("高兴旺", "市商务局党组成员、总经济师")
_TRADE_2 = _who("高明", "市商务局外贸处处长")
_PORT = _who("苏日娜", "海川港集团有限公司党委副书记、总经理", honorific="女士")
_CUSTOMS = _who("查干", "海川海关副关长")

TALK_SEA = Talk(
    "2021年11月2日下午，海川市召开第三季度外贸形势新闻通气会。",
    (
        Said(
            _HOST,
            (
                "各位来宾、各位记者：下午好！感谢大家出席今天的新闻通气会。"
                "今天我们邀请到市商务局党组成员、总经济师高兴旺先生，市商务局外贸处处长高明先生，"
                "海川港集团有限公司党委副书记、总经理苏日娜女士，海川海关副关长查干先生。",
                "首先请高兴旺总经济师通报三季度外贸情况。",
            ),
        ),
        Said(
            _TRADE,
            (
                "谢谢令狐部长。前三季度，全市进出口总值1862.7亿元，同比增长21.4%。",
                "（一）出口增势良好。其中：机电产品出口623亿元，占比过半。原因主要有两点：一是订单回流，二是政策给力。",
                "（二）进口稳中有进。高质量发展离不开开放。有企业家对我说：“订单排到了明年。”通报完毕，谢谢！",
            ),
        ),
        Said(_HOST, ("感谢高总。接下来进入答问环节，请各位举手提问，并说明单位。",)),
        Said(
            _asks("第一财经"),
            ("市商务局的领导好。海运价格一路走高，对我市外贸企业影响几何？政府有什么应对之策？",),
        ),
        Said(
            _TRADE_2,
            (
                "这个问题由我来回答。海运价格确实处于高位。",
                "我们采取三招应对：搭平台、降成本、保履约。时间上，从6月起实施；资金上，安排专项补助1.5亿元。",
            ),
        ),
        Said(
            _PORT,
            (
                "我补充两句。港口方面新开航线7条，集装箱吞吐量达到412万标箱。请企业放心：港口不停工。",
            ),
        ),
        Said(
            _asks("深圳特区报"),
            ("想请问海关，通关时间压缩到了多少？是否还有进一步压缩的空间。谢谢！",),
        ),
        Said(
            _CUSTOMS,
            (
                "谢谢提问，也借此机会感谢媒体对海关的支持。",
                "今年以来进口整体通关时间为32.6小时，出口为1.1小时。下一步：一要推广提前申报，二要优化查验。",
            ),
        ),
        Said(_HOST, ("由于时间关系，答问就到这里。今天的通气会到此结束，再见。",)),
    ),
)

_T_HOST = _who("羅婉儀", "政府新聞處副處長", "host", "女士")
_T_SEC = _who("鄧國強", "運輸及物流局局長")
_T_DIR = _who("鍾惠芳", "運輸署署長", honorific="女士")

TALK_TRADITIONAL = Talk(
    "運輸及物流局今日（三月八日）舉行記者會，以下為記者會內容：",
    (
        Said(
            _T_HOST,
            (
                "各位傳媒朋友，下午好！歡迎出席今日的記者會。出席今日記者會的官員有："
                "運輸及物流局局長鄧國強先生；運輸署署長鍾惠芳女士。",
                "現在先請鄧國強局長發言。",
            ),
        ),
        Said(
            _T_SEC,
            (
                "多謝。各位傳媒朋友，今日公布新一輪的鐵路發展計劃，總投資約820億元。",
                "計劃有三個重點：第一，便利跨境；第二，支援新區；第三，改善轉乘。",
            ),
        ),
        Said(_T_HOST, ("謝謝局長。現在開始提問，請先說明所屬機構。",)),
        Said(_asks("明報"), ("想問局長，工程何時動工？造價會否超支？",)),
        Said(_T_SEC, ("多謝你的提問。工程預計明年第三季動工，我們會嚴格控制成本。",)),
        Said(_asks("有線新聞"), ("請問署長，施工期間的交通安排如何？",)),
        Said(_T_DIR, ("謝謝。我們會分階段封路，並增加巴士班次約15%。詳情會在網頁公布。",)),
        Said(_T_HOST, ("由於時間關係，今日的記者會到此結束，多謝各位。",)),
    ),
    language="zh-Hant",
)

_E_HOST = Who("Amy Tran", "deputy director of the Information Office", "", "host", "Ms.")
_E_DIR = Who("Robert Kessler", "director of the Harbour Authority", "", "spokesperson", "Mr.")
_E_SCI = Who("Mei Lin", "chief engineer of the Water Department", "", "spokesperson", "Dr.")

TALK_ENGLISH = Talk(
    "The City Information Office held a press conference on the harbour works on May 12, 2023.",
    (
        Said(
            _E_HOST,
            (
                "Good morning, ladies and gentlemen. Welcome to this press conference. "
                "With us today are Mr. Robert Kessler, director of the Harbour Authority, and "
                "Dr. Mei Lin, chief engineer of the Water Department.",
                "Mr. Kessler will speak first.",
            ),
        ),
        Said(
            _E_DIR,
            (
                "Thank you. Last year the port handled 4.1 million containers, up 7.5 percent.",
                "Our plan is simple: dredge, build, connect. First, we dredge. Second, we build.",
            ),
        ),
        Said(_E_HOST, ("Thank you, Mr. Kessler. The floor is now open for questions.",)),
        Said(_asks("Reuters"), ("How much will the dredging cost? And who pays?",)),
        Said(_E_DIR, ("About 300 million dollars. Note that half of it comes from fees.",)),
        Said(_asks("China Daily"), ("What about water quality? Can Dr. Lin tell us more?",)),
        Said(
            _E_SCI,
            (
                "I will take this one. We test the water every day at 14 sites.",
                "One result stands out: phosphorus fell by 22 percent.",
            ),
        ),
        Said(_E_HOST, ("That concludes our press conference. Thank you for coming.",)),
    ),
    language="en",
)
