"""What page furniture, spam and captions say: data, each cue with a line in which it was met or can be
met. Patterns are searched in one line (or one cell) with its blanks trimmed, unless said otherwise.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Cue(NamedTuple):
    """A pattern, why it is furniture (a word for the ledger), and an example that it matches."""

    pattern: str
    reason: str
    example: str


# Whole lines that belong to the page, not to the record. Matched against the whole line.
FURNITURE_LINES = (
    Cue(
        r"(?:您?(?:的)?(?:当前|现在|所在)(?:的)?位置|當前位置|您(?:现在)?(?:所)?在(?:的位置)?)\s{0,4}[:：>].{0,200}",
        "breadcrumb",
        "当前位置: 首页 > 信息公开",
    ),
    Cue(
        r"(?:首页|首頁|网站首页|Home)(?:\s{0,6}(?:[>›»/|\-—]{1,3}|\s)\s{0,6}\S{1,20}){1,15}",
        "navigation",
        "首页 新闻中心 新闻发布会",
    ),
    Cue(
        r"(?:[>›»]\s{0,4}[^>›»\n。！？]{1,30}){1,12}",
        "breadcrumb",
        "> 信息公开 > 政府信息公开部门 > 发布实录",
    ),
    Cue(
        r"(?:[^\s|｜。，！？]{1,16}\s{0,4}){1,4}(?:[|｜]\s{0,4}(?:[^\s|｜。，！？]{1,16}\s{0,4}){1,4}){1,20}",
        "navigation",
        "网站无障碍 | 适老版 适老版 | 支持IPV6",
    ),
    Cue(
        r"(?:【[^】\n]{2,8}】\s{0,8}){1,8}",
        "page-foot links",
        "【关闭本页】 【打印本页】 【返回顶部】",
    ),
    Cue(
        r"(?:[\[【(（]?(?:关闭(?:本页|窗口|页面)?|打印(?:本页|本文|页面)?|返回(?:顶部|首页|列表|上一页)|收藏(?:本页)?|分享到?|字体|字号|大|中|小|加入收藏|設為首頁|我要纠错|扫一扫|繁体|简体|无障碍)[\]】)）]?[\s:：|/·]{0,4}){1,12}",
        "page tools",
        "[ 大 中 小 ] 打印 关闭窗口",
    ),
    Cue(
        r"(?:分享到?|分享至|Share(?: this| on)?)\s{0,4}[:：]?(?:\s{0,4}(?:微信|微博|新浪微博|QQ|QQ空间|空间|朋友圈|腾讯微博|人人网|豆瓣|Facebook|Twitter|X|LinkedIn|Weibo|WeChat|Line|Email))*",
        "share buttons",
        "分享到：微信 微博 QQ空间",
    ),
    Cue(r"(?:用)?(?:手机|微信)?扫(?:一扫|描|码).{0,30}", "share buttons", "扫一扫在手机打开当前页"),
    Cue(
        r"(?:上一[篇条页则]|下一[篇条页则]|前一篇|后一篇)\s{0,4}[:：]?.{0,80}",
        "page tools",
        "上一篇：市政府召开第三次常务会议",
    ),
    Cue(
        r"(?:相关(?:链接|新闻|阅读|文章|信息|稿件|报道|推荐|专题|解读|文件)|相關(?:連結|新聞|閱讀|文章)|延伸阅读|推荐阅读|热门(?:推荐|文章|新闻)|友情链接|猜你喜欢|Related(?: articles| links| news)?)\s{0,4}[:：]?",
        "related links",
        "相关链接：",
    ),
    Cue(
        r".{0,60}(?:ICP备|ICP证|ICP備|公网安备|公安备案|网站标识码|政府网站标识码).{0,120}",
        "site footer",
        "浙ICP备05000001号-1 公网安备33080202000001号",
    ),
    Cue(
        r"(?:版权所有|版權所有|Copyright|©|All [Rr]ights [Rr]eserved).{0,120}",
        "site footer",
        "版权所有：昭通市人民政府",
    ),
    Cue(
        r"(?:主办(?:单位)?|承办(?:单位)?|协办|技术支持|运维单位|維護單位|主辦單位|网站维护)\s{0,4}[:：].{0,120}",
        "site footer",
        "主办单位：昭通市人民政府办公室  技术支持：云南信息港",
    ),
    Cue(
        r"(?:联系我们|网站地图|网站声明|隐私(?:声明|政策)|关于我们|免责声明|使用帮助|RSS订阅|无障碍浏览|适老化|长者模式|網站地圖|聯絡我們|Privacy [Pp]olicy|Site ?[Mm]ap|Contact [Uu]s|Terms of [Uu]se)(?:[\s|｜·]{1,6}\S{2,20}){0,10}",
        "site footer",
        "联系我们 | 网站地图 | 隐私声明",
    ),
    Cue(
        r"(?:建议使用|推荐使用|请使用|本站支持).{0,20}(?:浏览器|分辨率).{0,60}",
        "site footer",
        "建议使用1366*768分辨率/IE9.0或以上版本浏览器访问",
    ),
    Cue(
        r"(?:支持\s{0,2}IPv?6|网站无障碍|适老版|登录|注册|搜索|请输入关键[词字]|English|简体|繁體|手机版|电脑版|移动版|RSS)",
        "navigation",
        "支持IPV6",
    ),
    Cue(
        r"(?:\[?责任编辑\]?|责编|編輯|编辑|审核|校对|值班编委|监制|一审|二审|三审|初审|复审|终审)\s{0,3}[:：]\s{0,3}[^\s:：。，]{0,12}(?:\s{1,4}(?:责编|编辑|审核|校对|监制|一审|二审|三审|初审|复审|终审)\s{0,3}[:：]\s{0,3}[^\s:：。，]{0,12}){0,5}",
        "editors of the page",
        "责任编辑：王某某 审核：李某",
    ),
    Cue(
        r"(?:Skip to (?:main )?content|Print|Email this page|Back to top|Subscribe|Search|Menu|Toggle navigation|Follow us.{0,60})",
        "page tools",
        "Back to top",
    ),
)

# Line markers that are left when list tags are rendered without content.
BARE_MARKER = re.compile(r"(?:[•·●○▪■]|\d{1,2}[.、)])")

# Words of gambling and pornographic search spam, see `spam`. Names sell nothing else; hints also stand
# in news; fillers are what such spam is stretched with.
SPAM_NAMES = (
    "365bet", "bet365", "日博", "澳门新葡京", "新葡京", "葡京", "澳门威尼斯人", "澳门银河", "银河娱乐", "永利皇宫", "永利娱乐",
    "皇冠体育", "皇冠网", "太阳城娱乐", "金沙娱乐", "澳门金沙", "百家乐", "真人视讯", "真人荷官", "时时彩", "北京赛车", "一肖中特",
    "体育投注", "足球外围", "凤凰彩票", "开云体育", "乐鱼体育", "亚博体育", "万博体育", "华体会", "必发娱乐", "娱乐城", "188bet",
    "manbetx", "betway", "bwin", "av在线", "在线av", "成人电影", "成人视频", "成人av", "黄色网站", "激情视频", "裸聊", "约炮",
    "三级片", "免费看片", "午夜福利", "国产精品视频", "亚洲无码", "一本道", "日韩无码", "无码av", "porn", "sexcam", "六合彩", "老虎机",
    "博彩公司", "赌博网", "外围网", "毛片", "escort girls", "bet体育",
)  # fmt: skip
SPAM_HINTS = (
    "博彩", "赌场", "棋牌", "彩票", "投注", "色情", "情色", "无码", "亚博", "万博", "永利", "皇冠", "太阳城", "威尼斯人", "葡京",
    "casino", "slots", "poker", "viagra", "cialis", "彩金", "首存", "荷官", "国产精品", "伊人", "金沙",
)  # fmt: skip
SPAM_FILLERS = (
    "备用网址", "备用在线", "备用", "娱乐平台", "娱乐官网", "娱乐app", "在线娱乐", "娱乐场", "娱乐", "官方网站", "官方网址",
    "官方入口", "官方下载", "官网", "登录入口", "登录", "注册送", "注册", "开户送", "开户", "平台", "网址", "下载", "入口", "手机版",
    "客户端", "app", "最新版", "首页", "在线观看", "在线视频", "免费", "在线", "视频", "直播", "送彩金", "体育", "中文字幕", "高清", "投注网",
)  # fmt: skip

# Class names, ids and roles of elements that are no part of an article; searched in each name.
BLOCK_CLASSES = (
    Cue(r"^(?:main-?|top-?|site-?|sub-?|left-?|side-?)?(?:nav|navi|navbar|navigation|menu|menubar|topbar|top-bar)(?:[-_]?(?:box|bar|wrap|list|left|top|main|con|inner|menu))?\d?$", "navigation", "nav-bar"),
    Cue(r"^(?:site|page|top)?[-_]?(?:header|banner|logo|toplogo|head-?logo|search(?:[-_]?(?:box|bar|form))?)$", "page head", "site-header"),
    Cue(r"breadcrumb|^crumbs?$|^(?:cur(?:rent)?|your|now)?[-_]?(?:position|location|weizhi|dqwz|wz|szwz)$|^bread[-_]?nav$", "breadcrumb", "breadcrumb"),
    Cue(r"^(?:bd|bds|jia|j|s|social)?[-_]?share(?:[-_]?\w+)?$|^social(?:[-_]\w+)?$|^fenxiang$|bdsharebuttonbox", "share buttons", "share-box"),
    Cue(r"^(?:xg|related?|relate|recommend(?:ed)?|relevant|hot|tuijian|xgxw|xgwz|xglj|xgyd|more[-_]?news|hot[-_]?news|rel[-_]?news)(?:[-_]?(?:news|links?|list|box|articles?|posts?|read|reading|con|wrap))?$", "related links", "related-news"),
    Cue(r"^(?:site|page|main|bottom|foot)?[-_]?(?:footer|foot|copyright|copy-?right|beian|icp|bottom)(?:[-_]?(?:box|bar|wrap|con|inner|info|links?|nav))?\d?$", "site footer", "footer"),
    Cue(r"^(?:friend|friendly|friend[-_]?links?|yqlj|flinks?|link[-_]?farm|links)$", "links", "friend-link"),
    Cue(r"^(?:side|sidebar|side[-_]?bar|aside|right[-_]?(?:side|bar|col|box|list)|left[-_]?(?:side|bar|col|list)|widget(?:[-_]?\w+)?)$", "sidebar", "right-side"),
    Cue(r"^(?:tool|tools|toolbar|tool[-_]?bar|toolbox|print|printer|font-?size|fontsize|close|closewin|back[-_]?to[-_]?top|gotop|go-top|totop|qr|qrcode|qr-code|ewm|erweima|pagination|pager|page-?num|prev-?next|pre-?next|comments?|comment-?(?:box|list)|advert|ads?|ad-?box|guanggao|popup|modal|cookie(?:[-_]?\w+)?|skip-?link|accessib\w*)$", "page tools", "qrcode"),
    Cue(r"^(?:hide|hidden|hid|d-none|displaynone|none|invisible|sr-only|visually-hidden|screen-reader-text|seo[-_]?\w*|spider\w*)$", "hidden", "sr-only"),
    Cue(r"^(?:visible-xs|visible-sm|mobile|mobile-only|m-only|only-mobile|m-show|wap|wap-?(?:content|show|box)|phone|phone-only|mobile[-_]?(?:copy|content|article|show|version|text|box|view)|show-mobile|d-md-none|d-lg-none|hidden-md|hidden-lg|pc-hide|hide-pc)$", "copy for mobiles", "mobile-only"),
    Cue(r"^(?:photo|img|image|pic|picture|figure)?[-_]?(?:caption|figcaption|tushuo|credit)s?$|^(?:img|pic|photo|image)[-_]?(?:desc|note|title|text|info|txt)$", "caption", "img-caption"),
    Cue(r"^(?:navigation|banner|contentinfo|search|complementary)$", "page head", "contentinfo"),
)  # fmt: skip
