"""Messages between organisations: 抄送 分发 督促 通报 催报 提醒, with receipts and escalation."""
