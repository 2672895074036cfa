"""A second view of the clean text, character for character as long, in which cues are looked up.

Traditional characters of cue words, offices and surnames stand in it simplified, every blank that
isn't a line end or a tab as a space, and half-width marks between Han characters as full-width ones.
Offsets in the view are offsets in the clean text, so nothing has to be mapped back.
"""

from __future__ import annotations

_SIMPLER = (
    "記记 問问 長长 發发 務务 員员 會会 議议 開开 時时 間间 關关 係系 環环 節节 進进 聞闻 辦办 專专 職职 總总 經经 產产 業业 區区 縣县 廳厅 處处 "
    "團团 書书 黨党 組组 協协 對对 與与 應应 請请 謝谢 這这 為为 歡欢 參参 紹绍 領领 導导 農农 衛卫 僑侨 國国 際际 電电 視视 廣广 報报 臺台 網网 "
    "圖图 東东 華华 陳陈 劉刘 張张 趙赵 黃黄 吳吴 孫孙 馬马 羅罗 鄭郑 許许 鄧邓 馮冯 韓韩 賴赖 鍾钟 鐘钟 盧卢 蘇苏 葉叶 蔣蒋 賈贾 譚谭 鄒邹 陸陆 "
    "龍龙 萬万 錢钱 湯汤 藍蓝 閻阎 鮑鲍 嚴严 溫温 喬乔 齊齐 龐庞 蘭兰 畢毕 賀贺 莊庄 聶聂 麥麦 歐欧 陽阳 連连 雲云 樂乐 紀纪 閔闵 師师 竇窦 談谈 "
    "婁娄 顏颜 郟郏 藺蔺 閆闫 鄔邬 麗丽 審审 計计 檢检 眾众 衆众 質质 監监 規规 劃划 觀观 點点 評评 編编 輯辑 訪访 現现 後后 無无 還还 過过 動动 "
    "實实 錄录 貢贡 獻献 鄉乡 鎮镇 鐵铁 輸输 醫医 療疗 學学 術术 財财 稅税 場场 貿贸 訊讯 種种 給给 講讲 話话 達达 權权 賓宾 們们 個个 習习 懇恳 "
    "續续 結结 換换 當当 幾几 兩两 題题 負负 責责 勞劳 體体 佈布 聯联 創创 選选 說说 稱称 認认 強强 據据 讓让 誌志 雜杂 頻频 將将 來来 見见 內内 "
    "優优 賽赛 舉举 臨临 緊紧 麼么 針针 灣湾 門门 層层 樣样 該该 閱阅 錦锦 鳳凤 鵬鹏 傑杰 偉伟 獲获 興兴 較较 採采 週周 潔洁 紅红 單单 機机 構构 "
    "韋韦 魯鲁 範范 銳锐 軍军 謙谦 遠远 慶庆 寶宝 傳传 貴贵 絡络 證证 項项 顧顾 條条 減减 讀读 費费 運运 從从 "
)
_BLANKS = "\u00a0\u3000\u2002\u2003\u2009\u200a\u2007\u202f\u1680\u205f"
_MARKS = {":": "：", "﹕": "：", "︰": "：", "∶": "：", ",": "，", ";": "；", "!": "！", "?": "？"}

_FOLD = (
    {ord(pair[0]): pair[1] for pair in _SIMPLER.split()}
    | {ord(blank): " " for blank in _BLANKS}
    | {ord(mark): full for mark, full in _MARKS.items()}
    | {ord("("): "（", ord(")"): "）", ord("「"): "“", ord("」"): "”"}
)
_FOLD_LATIN = {ord(blank): " " for blank in _BLANKS} | {ord("："): ":", ord("’"): "'"}


def fold(text: str) -> str:
    """The view of `text` for Chinese cues; as long as `text`."""
    return text.translate(_FOLD)


def fold_latin(text: str) -> str:
    """The view of `text` for English cues: blanks and colons alike; as long as `text`."""
    return text.translate(_FOLD_LATIN)
