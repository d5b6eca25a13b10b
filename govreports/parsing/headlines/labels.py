"""Chinese labels of the headline indicators, as a reader of the reports knows them."""

LABELS = {
    "disclosed": "主动公开政府信息数",
    "disclosed.website": "政府网站公开政府信息数",
    "disclosed.gazette": "政府公报公开政府信息数",
    "requests.received": "收到申请数",
    "requests.accepted": "受理申请数",
    "requests.carried_in": "上年结转申请数",
    "requests.concluded": "申请办结数",
    "requests.answered": "申请答复数",
    "requests.granted": "同意公开答复数",
    "requests.partial": "同意部分公开答复数",
    "requests.denied": "不同意公开答复数",
    "requests.unable": "无法提供数",
    "requests.unprocessed": "不予处理数",
    "requests.carried_out": "结转下年度继续办理数",
    "reviews": "行政复议数量",
    "litigation": "行政诉讼数量",
    "appeals": "行政申诉数量",
    "complaints": "举报投诉数量",
    "fees": "依申请公开信息收取的费用",
    "fees.processing": "信息处理费",
    "consultations": "咨询人次",
    "website.visits": "网站访问量",
    "staff.full_time": "专职人员数",
    "staff.part_time": "兼职人员数",
    "information.made": "制作、获取政府信息总数",
    "information.on_request_only": "作为依申请公开信息数",
    "information.not_public": "不予公开信息数",
}


def label_of(indicator: str) -> str | None:
    """Label of a headline indicator; None for any other name."""
    return LABELS.get(indicator)
